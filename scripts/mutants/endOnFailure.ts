/** A property that fails has failed: the search for its smallest counterexample would take most of the time. */
import * as FastCheck from "effect/FastCheck"

FastCheck.configureGlobal({ endOnFailure: true })
