/** What a run counted, in a table of Markdown. */
export const tableOf = (title: string, rows: ReadonlyArray<readonly [what: string, count: number]>): string =>
  [`### ${title}`, "", "| what | how many |", "|---|---|", ...rows.map(([what, count]) => `| ${what} | ${count} |`), ""].join("\n")
