/** An error that has been printed already. */
export class Reported {
  readonly _tag = "Reported"
}
