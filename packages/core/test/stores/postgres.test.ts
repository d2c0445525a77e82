import { assert, describe, it } from "@effect/vitest"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { tokenStoreContract } from "../TokenStoreContract.js"
import * as Shared from "./shared.js"
import * as Sql from "./sql.js"

const { POSTGRES_URL } = process.env
const timeout = Duration.seconds(2)
const table = `tokens_${crypto.randomUUID().slice(0, 8)}`
const databaseAt = (url: string) => PgClient.layer({ url: Redacted.make(url), maxConnections: 4, connectTimeout: "15 seconds" })
const layerAt = (url: string) => Sql.storeIn(databaseAt(url), { table, timeout })

if (POSTGRES_URL === undefined) describe.skip("PostgreSQL: skipped, as POSTGRES_URL is not set", () => it("needs scripts/servers.sh", () => {}))
else {
  tokenStoreContract("PostgreSQL", { layer: layerAt(POSTGRES_URL), histories: 10 })
  onServer(POSTGRES_URL)
}

function onServer(url: string) {
  describe("PostgreSQL", { concurrent: true }, () => {
    it.live("is durable", () =>
      Effect.map(Shared.built(layerAt(url)), ({ durability }) => assert.strictEqual(durability, "Durable")).pipe(Effect.scoped))
    it.live("each of 200 versions is claimed once by two processes", () => Shared.claimsEachVersionOnce(layerAt(url)), 60_000)
    it.live("an absent key is claimed once by two processes", () => Shared.claimsAbsentKeysOnce(layerAt(url)), 30_000)
    it.live("a claim and a commit whose answers were lost are repeated", () => Shared.survivesLostAnswers(url, layerAt, timeout), 30_000)
    it.live("fails typed and in time without its server", () => Shared.failsTypedWithoutServer(url, layerAt, timeout), 60_000)
    it.live("lists nothing past its retention", () => Shared.listsNothingExpired(layerAt(url)))
    it.live("lists more keys than a page", () => Shared.listsManyKeys(layerAt(url)), 60_000)
    it.live("joins no transaction of its caller", () => Sql.joinsNoTransaction(databaseAt(url), table), 10_000)
    it.live("is migrated by eight replicas at once", () => Sql.migratesConcurrently(databaseAt(url), `${table}_m`), 20_000)
  })
}
