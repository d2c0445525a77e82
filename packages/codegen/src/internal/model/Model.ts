/**
 * What the generator knows of a document: plain data, free of OpenAPI's dialects and of the emitted language. Every part
 * says by pointer where it came from.
 */
import type { Json } from "../json.js"

export interface TextRules {
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

export interface NumberRules {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

export interface ArrayRules {
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

/** JSON Schema's assertions that say nothing about the type. */
export interface Assertions {
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly propertyNames?: Node
  readonly dependentRequired?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly dependentSchemas?: Readonly<Record<string, Node>>
  readonly contains?: { readonly schema: Node; readonly min?: number; readonly max?: number }
  readonly not?: Node
  /** `if`, `then` and `else`. */
  readonly condition?: { readonly test: Node; readonly pass?: Node; readonly fail?: Node }
  readonly anyOf?: ReadonlyArray<Node>
  readonly oneOf?: ReadonlyArray<Node>
  readonly string?: TextRules
  readonly number?: NumberRules
  readonly array?: ArrayRules
}

export type Scalar = string | number | boolean | null

/** Words about a thing, as the document has them: data, never to be trusted. */
export interface Words {
  readonly summary?: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly example?: Json
  readonly default?: Json
  /** A link to more. */
  readonly url?: string
}

export interface Property {
  readonly name: string
  readonly node: Node
  readonly required: boolean
  /** Not part of requests. */
  readonly readOnly: boolean
  /** Not part of answers. */
  readonly writeOnly: boolean
  /** Fills an answer's absent property. */
  readonly fill?: Json
  readonly words: Words
}

export type Node =
  | { readonly kind: "any" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean; readonly rules: NumberRules }
  | { readonly kind: "text"; readonly rules: TextRules }
  /** A string that becomes a value of another type; `file` only as a part of a form. */
  | { readonly kind: "dateTime" | "base64" | "secret" | "file" }
  | { readonly kind: "literals"; readonly values: ReadonlyArray<Scalar>; readonly open: boolean }
  | { readonly kind: "constant"; readonly value: Json }
  | { readonly kind: "ref"; readonly pointer: string }
  | { readonly kind: "array"; readonly item: Node; readonly rules: ArrayRules }
  | { readonly kind: "tuple"; readonly items: ReadonlyArray<Node>; readonly required: number; readonly rest: Node | false; readonly rules: ArrayRules }
  | ObjectNode
  /** `anyOf`: any that match. `oneOf`: exactly one. */
  | { readonly kind: "union"; readonly mode: "anyOf" | "oneOf"; readonly members: ReadonlyArray<Node> }
  | TaggedNode
  | { readonly kind: "all"; readonly members: ReadonlyArray<Node> }
  | { readonly kind: "check"; readonly base: Node; readonly rules: Assertions }

export interface ObjectNode {
  readonly kind: "object"
  readonly properties: ReadonlyArray<Property>
  /** `undefined`: not said. `false`: no others. */
  readonly rest: Node | false | undefined
  readonly patterns: ReadonlyArray<readonly [string, Node]>
}

export interface TaggedNode {
  readonly kind: "tagged"
  readonly property: string
  readonly members: ReadonlyArray<readonly [string, Node]>
  /** The form that lacks the property: it is readOnly or writeOnly there, and cannot choose. */
  readonly absentIn?: "output" | "input"
}

/** A schema with a name of its own. */
export interface Named {
  readonly pointer: string
  /** What a name is made of: the component's key, or a path of hints for an inline schema. */
  readonly hint: string
  readonly component: boolean
  /** A discriminator chooses it, and it has its own values of that property as literals. */
  readonly chosen?: boolean
  readonly node: Node
  readonly words: Words
}

export type ParameterPlace = "path" | "query" | "header" | "cookie"

export interface Parameter {
  readonly name: string
  readonly in: ParameterPlace
  readonly required: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly media?: string
  readonly node: Node
  readonly words: Words
  /** The component that it is, if it is one. */
  readonly shared?: string
  /** The path item gives it to all its operations. */
  readonly inherited?: boolean
  /** A variable of the path that is declared nowhere. */
  readonly undeclared?: boolean
}

export interface Encoding {
  readonly contentType?: string
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly headers?: Readonly<Record<string, Node>>
}

export interface Media {
  readonly media: string
  readonly kind: "json" | "form" | "multipart" | "text" | "events" | "lines" | "bytes"
  readonly node?: Node
  readonly encoding?: Readonly<Record<string, Encoding>>
  readonly example?: Json
}

export interface Header {
  readonly name: string
  readonly required: boolean
  readonly explode?: boolean
  readonly node: Node
  readonly words: Words
}

export interface Answer {
  /** `200`, `4XX`, `default`. */
  readonly status: string
  readonly content: ReadonlyArray<Media>
  readonly headers: ReadonlyArray<Header>
  readonly words: Words
  readonly shared?: string
}

export type Requirement = Readonly<Record<string, ReadonlyArray<string>>>

export type SecurityScheme =
  | { readonly type: "apiKey"; readonly in: "query" | "header" | "cookie"; readonly name: string }
  | { readonly type: "http"; readonly scheme: "basic" | "bearer" }
  | { readonly type: "oauth2"; readonly flows: ReadonlyArray<"App" | "User"> }

export interface Server {
  readonly url: string
  readonly variables: Readonly<Record<string, { readonly default: string; readonly enum?: ReadonlyArray<string> }>>
}

export interface Body {
  readonly required: boolean
  readonly content: ReadonlyArray<Media>
  readonly words: Words
}

export interface Paging {
  readonly kind: "cursor" | "page" | "offset"
  readonly parameter: string
  readonly items: string
  readonly next?: string
  readonly start?: number
}

/** How many requests an application may send in how many seconds. */
export interface Budget {
  readonly requests: number
  readonly seconds: number
  readonly source?: string
}

export interface Operation {
  readonly pointer: string
  /** The document's operationId. */
  readonly id: string | undefined
  readonly method: string
  readonly path: string
  readonly tags: ReadonlyArray<string>
  readonly parameters: ReadonlyArray<Parameter>
  readonly body?: Body
  readonly answers: ReadonlyArray<Answer>
  /** A choice; none at all means open. */
  readonly security: ReadonlyArray<Requirement>
  readonly servers?: ReadonlyArray<Server>
  readonly idempotent?: boolean
  readonly idempotencyKey?: string
  readonly paging?: Paging
  readonly words: Words
}

/** A request that the API sends to us: a callback of an operation, or a webhook. */
export interface Callback {
  readonly pointer: string
  readonly hint: string
  readonly content: ReadonlyArray<Media>
  readonly words: Words
}

export interface Model {
  readonly title: string
  readonly version: string
  readonly words: Words
  readonly servers: ReadonlyArray<Server>
  readonly security: Readonly<Record<string, SecurityScheme>>
  /** What requests without a body say of their content. */
  readonly contentType?: string
  readonly budget?: Budget
  readonly operations: ReadonlyArray<Operation>
  readonly callbacks: ReadonlyArray<Callback>
  /** By pointer, in the order of their pointers. */
  readonly schemas: ReadonlyMap<string, Named>
}
