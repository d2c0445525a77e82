/** Server-sent events (WHATWG HTML section 9.2.6), read as their bytes come. */

export interface RawEvent {
  /** The last id that the server gave, here or before; undefined if none. */
  readonly id: string | undefined
  /** The event's type, if it is not the default. */
  readonly event: string | undefined
  readonly data: string
}

export interface Parser {
  /** The events that these bytes complete. */
  readonly push: (bytes: Uint8Array) => ReadonlyArray<RawEvent>
  /** What to go on with after a loss. */
  readonly lastEventId: () => string | undefined
  /** Milliseconds that the server asks for before a new connection. */
  readonly retry: () => number | undefined
  /** Characters that wait for their event's end. */
  readonly pending: () => number
}

const fieldOf = (line: string): readonly [name: string, value: string] => {
  const colon = line.indexOf(":")
  if (colon === -1) return [line, ""]
  const value = line.slice(colon + 1)
  return [line.slice(0, colon), value.startsWith(" ") ? value.slice(1) : value]
}

class Lines {
  /** A byte order mark is taken off by the decoder, as the standard wants. */
  private readonly decoder = new TextDecoder()
  private rest = ""
  /** A line that ended with CR at a border of chunks: an LF that follows is part of its end. */
  private endedWithCr = false

  /** Ends are CR, LF or CRLF. */
  push(bytes: Uint8Array): ReadonlyArray<string> {
    let text = this.decoder.decode(bytes, { stream: true })
    if (text === "") return []
    if (this.endedWithCr && text.startsWith("\n")) text = text.slice(1)
    this.endedWithCr = text.endsWith("\r")
    const lines = text.split(/\r\n|\n|\r/)
    lines[0] = this.rest + lines[0]!
    this.rest = lines.pop()!
    return lines
  }

  get waiting(): number {
    return this.rest.length
  }
}

/** An id counts once its event is complete; an unfinished event at the end is dropped. */
export const make = (): Parser => {
  const lines = new Lines()
  let data: Array<string> = []
  let size = 0
  let event = ""
  let id = ""
  let lastId = ""
  let retry: number | undefined

  const dispatch = (): ReadonlyArray<RawEvent> => {
    lastId = id
    const complete = data.length === 0 ? [] : [{ id: id === "" ? undefined : id, event: event === "" ? undefined : event, data: data.join("\n") }]
    data = []
    size = 0
    event = ""
    return complete
  }

  const take = (name: string, value: string): void => {
    if (name === "data") {
      data.push(value)
      size += value.length
    } else if (name === "event") event = value
    else if (name === "id" && !value.includes("\0")) id = value
    else if (name === "retry" && /^\d+$/.test(value)) retry = Number(value)
  }

  const read = (line: string): ReadonlyArray<RawEvent> => {
    if (line === "") return dispatch()
    if (!line.startsWith(":")) take(...fieldOf(line))
    return []
  }

  return {
    push: (bytes) => lines.push(bytes).flatMap(read),
    lastEventId: () => lastId === "" ? undefined : lastId,
    retry: () => retry,
    pending: () => size + lines.waiting
  }
}
