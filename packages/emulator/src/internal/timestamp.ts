/** The emulator's clock as Orange's APIs write it: RFC 3339, in UTC. */
export const iso = (millis: number): string => new Date(millis).toISOString()
