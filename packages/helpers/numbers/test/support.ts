import * as FastCheck from "effect/FastCheck"

/** Numbers of CAMARA's form, whether or not somebody can have them. */
export const msisdn = FastCheck.stringMatching(/^\+[1-9][0-9]{4,14}$/)

/** The runs of digits in a text. A message may hold `5 to 15` or a year; a number it must not. */
export const digits = (text: string): string => text.replace(/\D/g, "")
