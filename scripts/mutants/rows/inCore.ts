import type { Edit } from "../mutant.js"

export const inCore = (file: string, find: string, replace: string): Edit => ({ file: `packages/core/src/${file}`, find, replace })
export const testOfCore = (file: string, name: string) => ({ file: `packages/core/test/${file}`, name })
