/** What the operator sets; everything has a default that works on one machine. */
export type Config = { readonly port: number; readonly host: string }

/** Reads the settings from the environment. Throws a sentence that names what is wrong. */
export function readConfig(environment: { readonly [name: string]: string | undefined }): Config {
  const port = Number(environment['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a whole number up to 65535`)
  return { port, host: environment['HOST'] ?? 'localhost' }
}
