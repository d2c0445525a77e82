import * as Fs from "node:fs"

const manifest = JSON.parse(Fs.readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }

/** The command's version, for `--version`. The bundle has the number itself: scripts/bundle.ts. */
export const version: string = manifest.version
