/** Declared errors: the class of each status (RFC 9110 section 15), which codes of errors a document may have. */
import * as ApiError from "../../ApiError.js"

interface Fields {
  readonly operation: string
  readonly status: number
  readonly requestId: string | undefined
  readonly correlator: string | undefined
  readonly body: unknown
}

type Class = new(fields: Fields) => DeclaredError

/** Any of `ApiError`'s declared classes. */
export interface DeclaredError {
  readonly _tag: string
  readonly status: number
  readonly body: unknown
}

const classOf = (status: number): Class | undefined => {
  switch (status) {
    case 400:
      return ApiError.BadRequest
    case 401:
      return ApiError.Unauthorized
    case 402:
      return ApiError.PaymentRequired
    case 403:
      return ApiError.Forbidden
    case 404:
      return ApiError.NotFound
    case 405:
      return ApiError.MethodNotAllowed
    case 406:
      return ApiError.NotAcceptable
    case 408:
      return ApiError.RequestTimeout
    case 409:
      return ApiError.Conflict
    case 410:
      return ApiError.Gone
    case 411:
      return ApiError.LengthRequired
    case 412:
      return ApiError.PreconditionFailed
    case 413:
      return ApiError.ContentTooLarge
    case 414:
      return ApiError.UriTooLong
    case 415:
      return ApiError.UnsupportedMediaType
    case 422:
      return ApiError.UnprocessableContent
    case 428:
      return ApiError.PreconditionRequired
    case 429:
      return ApiError.TooManyRequests
    case 451:
      return ApiError.UnavailableForLegalReasons
    case 500:
      return ApiError.InternalServerError
    case 501:
      return ApiError.NotImplemented
    case 502:
      return ApiError.BadGateway
    case 503:
      return ApiError.ServiceUnavailable
    case 504:
      return ApiError.GatewayTimeout
    default:
      return undefined
  }
}

/** By how it is declared: an exact status has its own class if there is one, a range and `default` have theirs. */
const classFor = (key: string, status: number): Class => {
  if (key === "default") return ApiError.DefaultError
  const exact = /^\d{3}$/.test(key) ? classOf(status) : undefined
  return exact ?? (status < 500 ? ApiError.ClientError : ApiError.ServerError)
}

export const make = (key: string, fields: Fields): DeclaredError => new (classFor(key, fields.status))(fields)
