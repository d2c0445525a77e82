/** The least server there is: a token for whoever asks, and the same JSON for every GET. */
import * as Http from "node:http"

const json = { "content-type": "application/json" }
const token = JSON.stringify({ token_type: "Bearer", access_token: "of-the-bench", expires_in: 3600 })
const shops = JSON.stringify(Array.from({ length: 4 }, (_, i) => ({ id: `35000-${i}`, name: `Orange shop ${i}`, city: "Rennes", fiber: true })))

const server = Http.createServer((request, response) => {
  request.resume()
  response.writeHead(200, json)
  response.end(request.method === "POST" ? token : shops)
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) process.send?.(`http://127.0.0.1:${address.port}`)
})
