/** Which parts of a script were asked for on its command line. */

interface Named {
  readonly name: string
}

/** Those whose names were given; all if none was. An unknown name ends the process and says which there are. */
export const choose = <A extends Named>(all: ReadonlyArray<A>, names: ReadonlyArray<string>): ReadonlyArray<A> => {
  const unknown = names.filter((name) => !all.some((one) => one.name === name))
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(", ")}. There are: ${all.map((one) => one.name).join(", ")}.`)
    process.exit(2)
  }
  return names.length === 0 ? all : all.filter((one) => names.includes(one.name))
}
