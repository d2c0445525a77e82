/** What operations and callbacks hold directly, by the way that it goes. */
import type { Answer, Media, Model, Node } from "./Model.js"

const nodesOfMedia = ({ encoding = {}, node }: Media): ReadonlyArray<Node> =>
  [...(node === undefined ? [] : [node]), ...Object.values(encoding).flatMap(({ headers = {} }) => Object.values(headers))]

const nodesOfAnswer = ({ content, headers }: Answer): ReadonlyArray<Node> => [...content.flatMap(nodesOfMedia), ...headers.map(({ node }) => node)]

/** Parameters and bodies. */
export const sentNodes = ({ operations }: Model): ReadonlyArray<Node> =>
  operations.flatMap(({ body, parameters }) => [...parameters.map(({ node }) => node), ...(body?.content ?? []).flatMap(nodesOfMedia)])

/** Answers, and what an API sends to us. */
export const receivedNodes = ({ callbacks, operations }: Model): ReadonlyArray<Node> =>
  [...operations.flatMap(({ answers }) => answers.flatMap(nodesOfAnswer)), ...callbacks.flatMap(({ content }) => content.flatMap(nodesOfMedia))]
