/** What Node 20 has not yet. */

/** The values by the key of each, in order of first appearance. */
export const groupBy = <A, K>(values: Iterable<A>, keyOf: (value: A) => K): Map<K, Array<A>> => {
  const groups = new Map<K, Array<A>>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
