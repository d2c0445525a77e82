/** What a browser does on the log-in and the consent page, without a browser: cookies, forms, and no redirect followed. */

interface Page {
  readonly url: URL
  readonly status: number
  readonly html: string
  readonly location: string | undefined
}

/** A form as the page offers it, its ticked boxes and hidden fields included. */
interface Form {
  readonly action: URL
  readonly fields: URLSearchParams
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

const decoded = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

const formOf = ({ html, url }: Page): Form => {
  const tag = /<form\b[^>]*>/.exec(html)?.[0]
  if (tag === undefined) throw new Error(`no form on ${url.pathname}`)
  const fields = new URLSearchParams()
  for (const [input] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, "name")
    const unticked = attribute(input, "type") === "checkbox" && !/\bchecked\b/.test(input)
    if (name !== undefined && !unticked) fields.append(decoded(name), decoded(attribute(input, "value") ?? ""))
  }
  return { action: new URL(decoded(attribute(tag, "action") ?? ""), url), fields }
}

export interface Browser {
  readonly open: (url: string) => Promise<Page>
  /** Fills in the fields of the page's form and sends it. */
  readonly submit: (page: Page, fields: Readonly<Record<string, string>>) => Promise<Page>
}

export const makeBrowser = (): Browser => {
  const cookies = new Map<string, string>()
  const go = async (url: URL, init: RequestInit): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(url, { ...init, redirect: "manual", headers: cookie === "" ? {} : { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=")
      cookies.set(name!, value!)
    }
    return { url, status: response.status, html: await response.text(), location: response.headers.get("location") ?? undefined }
  }
  return {
    open: (url) => go(new URL(url), {}),
    submit: (page, values) => {
      const { action, fields } = formOf(page)
      for (const [name, value] of Object.entries(values)) fields.set(name, value)
      return go(action, { method: "POST", body: fields })
    }
  }
}
