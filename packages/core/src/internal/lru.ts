/** A map that forgets what was used longest ago, but never what `keep` holds on to (an open flight). */
export class Lru<K, V> {
  private readonly entries = new Map<K, V>()
  private newest: K | undefined

  constructor(
    private readonly capacity: number,
    private readonly keep: (value: V) => boolean = () => false
  ) {}

  /** The value, now the one used last. */
  get(key: K): V | undefined {
    const value = this.entries.get(key)
    if (value !== undefined && key !== this.newest) this.use(key, value)
    return value
  }

  getOrMake(key: K, make: () => V): V {
    const found = this.get(key)
    if (found !== undefined) return found
    const made = make()
    this.use(key, made)
    if (this.entries.size > this.capacity) this.evict(key)
    return made
  }

  private use(key: K, value: V): void {
    this.entries.delete(key)
    this.entries.set(key, value)
    this.newest = key
  }

  delete(key: K): void {
    this.entries.delete(key)
    this.newest = undefined
  }

  private evict(newest: K): void {
    for (const [key, value] of this.entries) {
      if (key === newest || this.keep(value)) continue
      this.entries.delete(key)
      return
    }
  }
}
