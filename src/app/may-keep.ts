/** What decides whether this browser tab may hold a notebook; tests hand in their own. */
export type Environment = {
  readonly userAgent: string
  readonly touchPoints: number
  /** Safari's own sign of an app opened from the home screen. */
  readonly standalone: boolean | undefined
  readonly displayMode: 'browser' | 'standalone'
}

/** Reads the environment of the present tab. */
export function environmentOf(window: Window): Environment {
  const navigator: Navigator & { standalone?: boolean } = window.navigator
  return {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    standalone: navigator.standalone,
    displayMode: window.matchMedia('(display-mode: standalone)').matches ? 'standalone' : 'browser',
  }
}

/** An iPad calls itself a Mac; only its fingers tell. */
export function isAppleTouch({ userAgent, touchPoints }: Environment): boolean {
  return /iPad|iPhone|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)
}

/**
 * False only in a Safari tab: it may erase everything after seven days without a visit, which an app on the
 * home screen is spared. Every other tab keeps and writes.
 */
export function mayKeepHere(environment: Environment): boolean {
  if (environment.standalone === true || environment.displayMode === 'standalone') return true
  const { userAgent } = environment
  const isSafari =
    /Safari\//.test(userAgent) &&
    /Version\//.test(userAgent) &&
    !/Chrom|Android|CriOS|FxiOS|EdgiOS|OPR/.test(userAgent)
  return !isSafari
}
