/** What can be known of an operation before it is called, computed once. */
import * as Schema from "effect/Schema"
import type { Any, Parameter } from "../../Operation.js"
import { isIdempotent } from "../apiCall.js"
import * as Accept from "./accept.js"
import * as Answer from "./answer.js"
import * as Body from "./body.js"
import * as Codec from "./codec.js"
import * as Path from "./path.js"

export interface Compiled {
  readonly parameter: Parameter
  /** The request's property. */
  readonly key: string
  readonly encode: Codec.Parse
}

/** A declared answer and how it is declared: by status, range or `default`. */
export interface Declared {
  readonly key: string
  readonly answer: Answer.Compiled
}

export interface Plan {
  readonly operation: Any
  readonly template: Path.Template
  /** One for each variable of the template; undefined where the document declares none. */
  readonly inPath: ReadonlyArray<Compiled | undefined>
  readonly inQuery: ReadonlyArray<Compiled>
  readonly inHeader: ReadonlyArray<Compiled>
  readonly inCookie: ReadonlyArray<Compiled>
  readonly body: Body.Compiled | undefined
  /** Every property that a request may have. */
  readonly keys: ReadonlySet<string>
  readonly accept: string
  readonly idempotent: boolean
  /** What makes a 2xx a success; undefined where it is none. */
  readonly success: (status: number) => Answer.Compiled | undefined
  /** What is declared for a status. */
  readonly declared: (status: number) => Declared | undefined
}

const compileParameter = (parameter: Parameter): Compiled => ({
  parameter,
  key: parameter.key ?? parameter.name,
  encode: Codec.encoder(parameter.schema ?? Schema.String)
})

/** OpenAPI 3.1 section 4.8.12.2: these three are said elsewhere, a parameter of their name means nothing. */
const elsewhere = new Set(["accept", "content-type", "authorization"])

const answersOf = ({ responses, strictResponses }: Any): Pick<Plan, "success" | "declared"> => {
  const compiled = new Map<string, Answer.Compiled>()
  const byKey = (key: string): Answer.Compiled => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const answer = Answer.compile(responses[key]!, strictResponses === true)
    compiled.set(key, answer)
    return answer
  }
  const successes = new Map<number, Answer.Compiled | undefined>()
  const success = (status: number): Answer.Compiled | undefined => {
    if (successes.has(status)) return successes.get(status)
    const key = Answer.successKey(responses, status)
    const answer = key === undefined ? undefined : byKey(key)
    successes.set(status, answer)
    return answer
  }
  const declared = (status: number): Declared | undefined => {
    const key = Answer.keyFor(responses, status)
    return key === undefined ? undefined : { key, answer: byKey(key) }
  }
  return { success, declared }
}

/** Its own, and those that it has in common with others. */
export const parametersOf = ({ common = [], parameters = [] }: Any): ReadonlyArray<Parameter> => [...common, ...parameters]

const compile = (operation: Any): Plan => {
  const parameters = parametersOf(operation).map(compileParameter)
  const of = (place: Parameter["in"]) => parameters.filter(({ parameter }) => parameter.in === place)
  const template = Path.compile(operation.path)
  const body = operation.body === undefined ? undefined : Body.compile(operation.body)
  return {
    operation,
    template,
    inPath: template.names.map((name) => of("path").find(({ parameter }) => parameter.name === name)),
    inQuery: of("query"),
    inHeader: of("header").filter(({ parameter }) => !elsewhere.has(parameter.name.toLowerCase())),
    inCookie: of("cookie"),
    body,
    keys: new Set([...parameters.map(({ key }) => key), ...(body === undefined ? [] : ["body", ...body.keys])]),
    accept: Accept.of(operation),
    idempotent: operation.idempotent ?? isIdempotent(operation.method),
    ...answersOf(operation)
  }
}

const plans = new WeakMap<Any, Plan>()

export const planOf = (operation: Any): Plan => {
  let plan = plans.get(operation)
  if (plan === undefined) plans.set(operation, plan = compile(operation))
  return plan
}

/** Asked at every call: nothing is copied. */
const isEmpty = (parameters: ReadonlyArray<Parameter> | undefined): boolean => parameters === undefined || parameters.length === 0

/** Whether there is nothing to pass: such an operation's method takes its options first. */
export const takesNothing = (operation: Any): boolean =>
  operation.body === undefined && isEmpty(operation.parameters) && isEmpty(operation.common)
