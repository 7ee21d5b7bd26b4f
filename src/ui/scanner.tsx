import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText, type TextKey } from './text.ts'
import { CameraProblem, watchCamera } from './camera.ts'

const problemKeys: { readonly [why in CameraProblem['why']]: TextKey } = {
  refused: 'ui.code.refused',
  none: 'ui.code.none',
  reader: 'ui.code.reader',
}

type ScannerProps = { onFound: (digits: string) => void; onClose: () => void }

/** Looks through the camera until there is an invitation or a recovery sheet in the picture. */
export function Scanner({ onFound, onClose }: ScannerProps): JSX.Element {
  const { t } = useText()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<CameraProblem['why']>()
  useEffect(() => {
    if (!video.current) return undefined
    const ending = new AbortController()
    watchCamera(video.current, ending.signal).then(
      (digits) => digits && onFound(digits),
      (reason: unknown) => setProblem(reason instanceof CameraProblem ? reason.why : 'none'),
    )
    return () => ending.abort()
  }, [])
  return (
    <div class="page stack ask-form">
      <h1>{t('ui.code.scan')}</h1>
      {problem ? (
        <p role="alert">{t(problemKeys[problem])}</p>
      ) : (
        <>
          <p>{t('ui.code.how')}</p>
          {/* A picture of what is before the camera has nothing to be said. */}
          <video class="viewfinder" ref={video} muted playsInline aria-hidden="true" />
        </>
      )}
      <Button primary onPress={onClose}>
        {t('ui.code.close')}
      </Button>
    </div>
  )
}
