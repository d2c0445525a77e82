/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import * as k from "@effect-orange/core/ApiSchema"
import type * as Operation from "@effect-orange/core/Operation"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "quality-on-demand", servers: [{ url: "https://api.orange.com/camara/{surface}/quality-on-demand/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.11" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

const parameter_SessionId: Operation.Parameter = { name: "sessionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }

/** What `createSession` takes. */
export interface CreateSessionRequest {
  readonly body: M.SessionRequest
}

/** What the document declares for `createSession` beside success. */
export type CreateSessionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.Conflict<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /sessions */
export const createSession: Operation.Operation<CreateSessionRequest, M.Session, CreateSessionError> = {
  api,
  id: "createSession",
  method: "POST",
  path: "/sessions",
  body: { required: true, json: M.SessionRequest },
  responses: { "201": { json: M.Session }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "409": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["quality-on-demand:sessions:create"] }],
  idempotent: false
}

/** What `deleteSession` takes. */
export interface DeleteSessionRequest {
  /**
   * The `sessionId` of the session.
   *
   * Example: `"7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77"`
   */
  readonly sessionId: string
}

/** What the document declares for `deleteSession` beside success. */
export type DeleteSessionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** DELETE /sessions/{sessionId} */
export const deleteSession: Operation.Operation<DeleteSessionRequest, void, DeleteSessionError> = {
  api,
  id: "deleteSession",
  method: "DELETE",
  path: "/sessions/{sessionId}",
  parameters: [parameter_SessionId],
  responses: { "204": null, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["quality-on-demand:sessions:delete"] }]
}

/** What `extendSession` takes. */
export interface ExtendSessionRequest {
  /**
   * The `sessionId` of the session.
   *
   * Example: `"7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77"`
   */
  readonly sessionId: string
  readonly body: M.Extension
}

/** What the document declares for `extendSession` beside success. */
export type ExtendSessionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.Conflict<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /sessions/{sessionId}/extend */
export const extendSession: Operation.Operation<ExtendSessionRequest, M.Session, ExtendSessionError> = {
  api,
  id: "extendSession",
  method: "POST",
  path: "/sessions/{sessionId}/extend",
  parameters: [parameter_SessionId],
  body: { required: true, json: M.Extension },
  responses: { "200": { json: M.Session }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "409": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["quality-on-demand:sessions:update"] }],
  idempotent: false
}

/** What `getSession` takes. */
export interface GetSessionRequest {
  /**
   * The `sessionId` of the session.
   *
   * Example: `"7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77"`
   */
  readonly sessionId: string
}

/** What the document declares for `getSession` beside success. */
export type GetSessionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** GET /sessions/{sessionId} */
export const getSession: Operation.Operation<GetSessionRequest, M.Session, GetSessionError> = {
  api,
  id: "getSession",
  method: "GET",
  path: "/sessions/{sessionId}",
  parameters: [parameter_SessionId],
  responses: { "200": { json: M.Session }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["quality-on-demand:sessions:read"] }]
}

/** What `retrieveSessions` takes. */
export interface RetrieveSessionsRequest {
  readonly body: M.SessionsQuery
}

/** What the document declares for `retrieveSessions` beside success. */
export type RetrieveSessionsError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve-sessions */
export const retrieveSessions: Operation.Operation<RetrieveSessionsRequest, ReadonlyArray<M.Session>, RetrieveSessionsError> = {
  api,
  id: "retrieveSessions",
  method: "POST",
  path: "/retrieve-sessions",
  body: { required: true, json: M.SessionsQuery },
  responses: { "200": { json: /*#__PURE__*/ S.suspend(() => k.array(M.Session)) }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["quality-on-demand:sessions:retrieve-by-device"] }],
  idempotent: true
}
