import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { CameraProblem, watchCamera } from './camera.ts'

const problemKeys: { readonly [why in CameraProblem['why']]: TextKey } = {
  refused: 'join.camera.refused',
  none: 'join.camera.none',
  reader: 'join.camera.reader',
}

type ScannerProps = { onFound: (digits: string) => void; onClose: () => void }

/** Looks through the camera until there is an invitation in the picture. */
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
      <h1>{t('join.scan')}</h1>
      {problem ? (
        <p role="alert">{t(problemKeys[problem])}</p>
      ) : (
        <>
          <p>{t('join.camera.how')}</p>
          {/* A picture of what is before the camera has nothing to be said. */}
          <video class="viewfinder" ref={video} muted playsInline aria-hidden="true" />
        </>
      )}
      <Button primary onPress={onClose}>
        {t('join.camera.close')}
      </Button>
    </div>
  )
}
