export const withoutSlash = (issuer: string): string => issuer.replace(/\/$/, "")

/** Orange's issuer is met with and without its final slash. */
export const sameIssuer = (a: string, b: string): boolean => withoutSlash(a) === withoutSlash(b)
