/**
 * The pages that a user sees: server-rendered, no JavaScript, one h1, every field labelled, in the order of the keyboard.
 * Whatever comes from a request is escaped; the content security policy lets nothing but the page's own style apply.
 */
import type { PlainResponse } from "../../Message.js"

export const escape = (text: string): string =>
  text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`)

const words = {
  en: {
    lang: "en",
    signIn: "Sign in",
    signInFor: "to continue to",
    username: "Username",
    password: "Password",
    wrong: "This username or password is not known. Check both and try again.",
    note: "This is the effect-orange emulator: do not type a real password.",
    consent: "Allow access?",
    consentText: "asks for access to your account:",
    identity: "Your identity (openid)",
    signedInAs: "Signed in as",
    allow: "Allow",
    deny: "Deny",
    error: "This request cannot go on",
    expired: "This page is out of date. Go back to the application and start again.",
    pay: "Pay with Orange Money",
    asks: "asks for",
    doPay: "Pay",
    refuse: "Refuse",
    noMoney: "This is the effect-orange emulator: no money moves.",
    back: "Back to the shop",
    paid: "Paid",
    refused: "Refused",
    over: "This payment is over",
    noPayment: "There is no such payment."
  },
  fr: {
    lang: "fr",
    signIn: "Se connecter",
    signInFor: "pour continuer vers",
    username: "Identifiant",
    password: "Mot de passe",
    wrong: "Identifiant ou mot de passe inconnu. Vérifiez les deux et recommencez.",
    note: "Ceci est l'émulateur effect-orange : n'y tapez aucun vrai mot de passe.",
    consent: "Autoriser l'accès ?",
    consentText: "demande l'accès à votre compte :",
    identity: "Votre identité (openid)",
    signedInAs: "Connecté en tant que",
    allow: "Autoriser",
    deny: "Refuser",
    error: "Cette demande ne peut pas aboutir",
    expired: "Cette page n'est plus valable. Retournez à l'application et recommencez.",
    pay: "Payer avec Orange Money",
    asks: "demande",
    doPay: "Payer",
    refuse: "Refuser",
    noMoney: "Ceci est l'émulateur effect-orange : aucun argent ne bouge.",
    back: "Retour à la boutique",
    paid: "Payé",
    refused: "Refusé",
    over: "Ce paiement est terminé",
    noPayment: "Ce paiement n'existe pas."
  }
}

export const wordsFor = (french: boolean) => (french ? words.fr : words.en)

const style = "body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#000;background:#fff;overflow-wrap:anywhere}" +
  "h1{font-size:1.5rem}label{display:block;margin:.75rem 0 .25rem}input[type=checkbox]{width:auto;margin-right:.5rem}" +
  "input{font:inherit;width:100%;padding:.5rem;border:1px solid #595959;box-sizing:border-box}" +
  "button{font:inherit;font-weight:700;padding:.6rem 1.2rem;margin:1rem .5rem 0 0;border:2px solid #000;background:#ff7900;color:#000}" +
  "button.second{background:#fff}:focus-visible{outline:3px solid #000;outline-offset:2px}fieldset{border:0;padding:0;margin:0}legend{padding:0}" +
  "[role=alert]{border-left:4px solid #cd3c14;padding-left:.75rem}.note{color:#595959}"

/**
 * `no-referrer` keeps the request's parameters out of the Referer; framing is refused (RFC 9700 section 4.16). No
 * `form-action`: browsers apply it to the redirect back to the application as well. An empty icon, so that no browser asks
 * for one.
 */
const pageHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  Pragma: "no-cache",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer"
}

export const page = (status: number, lang: string, title: string, main: string, moreStyle = ""): PlainResponse => ({
  status,
  headers: pageHeaders,
  body: `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="icon" href="data:,"><style>${style}${moreStyle}</style></head>
<body><main>
<h1>${escape(title)}</h1>
${main}
</main></body>
</html>
`
})

export interface Form {
  readonly action: string
  readonly interaction: string
  readonly csrf: string
  readonly clientId: string
  readonly french: boolean
}

const hidden = (form: Form): string =>
  `<input type="hidden" name="interaction" value="${escape(form.interaction)}">` +
  `<input type="hidden" name="csrf" value="${escape(form.csrf)}">`

const field = (name: string, label: string, attributes: string): string =>
  `<label for="${name}">${label}</label>\n<input id="${name}" name="${name}" ${attributes} required>`

export const loginPage = (
  form: Form,
  options: { readonly username: string; readonly askPassword: boolean; readonly wrong: boolean }
): PlainResponse => {
  const text = wordsFor(form.french)
  const described = options.wrong ? ` aria-invalid="true" aria-describedby="problem"` : ""
  const username = `type="text" value="${escape(options.username)}" autocomplete="username" autofocus${described}`
  const password = `type="password" autocomplete="current-password"${described}`
  return page(options.wrong ? 400 : 200, text.lang, text.signIn, `
<p>${text.signInFor} <strong>${escape(form.clientId)}</strong></p>
${options.wrong ? `<p role="alert" id="problem">${text.wrong}</p>` : ""}
<form method="post" action="${escape(form.action)}">
${hidden(form)}
${field("username", text.username, username)}
${options.askPassword ? field("password", text.password, password) : ""}
<button type="submit">${text.signIn}</button>
</form>
<p class="note">${text.note}</p>`)
}

const scopeBox = (scope: string, index: number): string =>
  `<label for="scope-${index}"><input type="checkbox" id="scope-${index}" name="scope" value="${escape(scope)}" checked>${
    escape(scope)
  }</label>`

export const consentPage = (
  form: Form,
  options: { readonly username: string; readonly scopes: ReadonlyArray<string> }
): PlainResponse => {
  const text = wordsFor(form.french)
  const openid = options.scopes.includes("openid") ? `<p>${text.identity}</p>` : ""
  const boxes = options.scopes.filter((scope) => scope !== "openid").map(scopeBox).join("\n")
  return page(200, text.lang, text.consent, `
<p>${text.signedInAs} <strong>${escape(options.username)}</strong></p>
<form method="post" action="${escape(form.action)}">
${hidden(form)}
<fieldset>
<legend><strong>${escape(form.clientId)}</strong> ${text.consentText}</legend>
${openid}
${boxes}
</fieldset>
<button type="submit" name="decision" value="allow">${text.allow}</button>
<button type="submit" name="decision" value="deny" class="second">${text.deny}</button>
</form>`)
}

export const errorPage = (message: string, french = false, status = 400): PlainResponse => {
  const text = wordsFor(french)
  return page(status, text.lang, text.error, `<p role="alert">${escape(message)}</p>`)
}

export const expiredPage = (french = false): PlainResponse => errorPage(wordsFor(french).expired, french)
