type Trust = (address: string) => string

let trusted: Trust = (address) => address

/** Hands over the app's one policy, by which addresses of its own may be run as scripts. */
export function trustBy(trust: Trust): void {
  trusted = trust
}

/** The address of a script of the app's own, as `new Worker` wants it. */
export const script = (address: string): string => trusted(address)
