/** Values in groups, in the order in which the groups first appear. */

export const collect = <K, A>(pairs: Iterable<readonly [K, A]>): ReadonlyMap<K, Array<A>> => {
  const groups = new Map<K, Array<A>>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

export const groupBy = <K, A>(values: ReadonlyArray<A>, keyOf: (value: A) => K): ReadonlyMap<K, Array<A>> =>
  collect(values.map((one) => [keyOf(one), one] as const))
