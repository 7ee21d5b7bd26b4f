/** What browsers with Trusted Types offer; others have none of it. */
type Trusting = {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): {
      createScriptURL(address: string): string
    }
  }
}

/** Only files of the app itself are ever run as scripts. */
function ownAddress(address: string): string {
  if (new URL(address, document.baseURI).origin !== location.origin)
    throw new TypeError('not a script of this app')
  return address
}

// The one policy of the app: the server's headers name it and allow no other.
const policy = (globalThis as Trusting).trustedTypes?.createPolicy('ponte', { createScriptURL: ownAddress })

/** The address of a script of the app's own (a worker), as the browser wants it. */
export const trust = (address: string): string => policy?.createScriptURL(address) ?? ownAddress(address)
