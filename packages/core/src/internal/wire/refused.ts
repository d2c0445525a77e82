/** Which field of a request cannot be written. */
import { Unwritable } from "./unwritable.js"

/** A field that cannot be written, on its way to `attempt`. */
export class Refused extends Error {
  constructor(readonly field: string, readonly reason: Unwritable) {
    super(reason.problem)
  }
}

/** Names what is being written, for whatever is wrong with it. */
export const during = <A>(field: string, write: () => A): A => {
  try {
    return write()
  } catch (error) {
    throw error instanceof Unwritable ? new Refused(field, error) : error
  }
}

/** Refuses a field outright. */
export const refuse = (field: string, problem: string): never => {
  throw new Refused(field, new Unwritable(problem))
}
