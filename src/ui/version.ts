declare const __VERSION__: string

/** This version of the app, as package.json says it. */
export const version: string = __VERSION__
