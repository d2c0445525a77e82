import * as Fs from "node:fs"

const manifest = JSON.parse(Fs.readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }

/** The generator's version, for banners. */
export const version: string = manifest.version
