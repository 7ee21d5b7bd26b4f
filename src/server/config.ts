/** What the operator sets; everything has a default that works on one machine. */
export type Config = {
  readonly port: number
  readonly host: string
  /** The store's file. */
  readonly dataFile: string
  /** The exchange's address as devices know it, '' for "where it listens". Without a slash at its end. */
  readonly publicUrl: string
  /** The origin that the app is served from, '' for the same as the exchange. */
  readonly appOrigin: string
  /** What whoever founds a notebook must know; '' for none. */
  readonly foundingCode: string
  /** Who runs this, as the app shows it. */
  readonly operator: string
  /** The folder of imprint.<language>.txt and privacy.<language>.txt; '' for none. */
  readonly operatorFolder: string
  readonly spaceBytes: number
  readonly behindProxy: boolean
}

type Environment = { readonly [name: string]: string | undefined }

const defaults = { port: 8080, host: 'localhost', dataFile: 'data/ponte.sqlite', spaceBytes: 2 * 1024 ** 3 }
const shortestCode = 8
const longestText = 200

function number(environment: Environment, name: string, usual: number, most: number): number {
  const value = Number(environment[name] || usual)
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${name} must be a whole number up to ${most}`)
  return value
}

/** An address without path, as browsers spell origins: what devices sign must be the same letter for letter. */
function origin(environment: Environment, name: string): string {
  const text = environment[name]?.trim() ?? ''
  if (text === '') return ''
  const url = URL.parse(text)
  const isBare = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === ''
  if (!isBare || url.username !== '')
    throw new Error(`${name} must be an address like https://ponte.example.org`)
  return url.origin
}

function foundingCode(environment: Environment): string {
  const code = environment['FOUNDING_CODE']?.trim() ?? ''
  if (code !== '' && code.length < shortestCode)
    throw new Error(`FOUNDING_CODE must have at least ${shortestCode} characters`)
  if (code.length > longestText) throw new Error(`FOUNDING_CODE may have ${longestText} characters`)
  return code
}

function operator(environment: Environment): string {
  const name = environment['OPERATOR']?.trim() ?? ''
  if (name.length > longestText) throw new Error(`OPERATOR may have ${longestText} characters`)
  return name
}

/** Reads the settings from the environment. Throws a sentence that names what is wrong. */
export function readConfig(environment: Environment): Config {
  return {
    port: number(environment, 'PORT', defaults.port, 65_535),
    host: environment['HOST'] || defaults.host,
    dataFile: environment['DATA_FILE'] || defaults.dataFile,
    publicUrl: origin(environment, 'PUBLIC_URL'),
    appOrigin: origin(environment, 'APP_ORIGIN'),
    foundingCode: foundingCode(environment),
    operator: operator(environment),
    operatorFolder: environment['OPERATOR_DIR'] ?? '',
    spaceBytes: number(environment, 'SPACE_BYTES', defaults.spaceBytes, Number.MAX_SAFE_INTEGER),
    behindProxy: environment['BEHIND_PROXY'] === '1',
  }
}

/** The settings with their addresses, once it is known which port was free. */
export function withAddress(config: Config, port: number): Config {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const publicUrl = config.publicUrl || new URL(`http://${host}:${port}`).origin
  return { ...config, port, publicUrl, appOrigin: config.appOrigin || publicUrl }
}
