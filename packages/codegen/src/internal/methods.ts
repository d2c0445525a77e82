/** The methods that a path may have (OpenAPI 3.1, section 4.8.9), in the standard's order. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const
