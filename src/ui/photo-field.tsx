import type { ComponentChildren, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Buttons } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { useMayWrite } from './may-write.ts'
import { shrink, type Shrunk } from './shrink.ts'
import { useText } from './text.ts'

type FileButtonProps = {
  icon: IconName
  accept: string
  capture?: boolean
  onFile: (file: File) => void
  children: ComponentChildren
}

/** A button that asks the device for a file. */
export function FileButton({ icon, accept, capture, onFile, children }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  const take = (): void => {
    const file = input.current?.files?.[0]
    if (file) onFile(file)
    // The same file again must be a change again.
    if (input.current) input.current.value = ''
  }
  return (
    <label class="button file">
      <Icon name={icon} />
      <span>{children}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={take}
      />
    </label>
  )
}

/** Takes or chooses a photo and hands it over shrunk. */
export function PhotoField({ onPhoto }: { onPhoto: (photo: Shrunk) => Promise<void> }): JSX.Element | null {
  const { t } = useText()
  const mayWrite = useMayWrite()
  const [state, setState] = useState<'ready' | 'working' | 'unreadable'>('ready')
  const take = async (file: File): Promise<void> => {
    setState('working')
    const photo = await shrink(file)
    if (photo) await onPhoto(photo)
    setState(photo ? 'ready' : 'unreadable')
  }
  if (!mayWrite) return null
  return (
    <div class="stack tight">
      <Buttons>
        <FileButton icon="camera" accept="image/*" capture onFile={(file) => void take(file)}>
          {t('ui.photo.take')}
        </FileButton>
        <FileButton icon="image" accept="image/*" onFile={(file) => void take(file)}>
          {t('ui.photo.choose')}
        </FileButton>
      </Buttons>
      <p role="status">
        {state === 'working' && t('ui.photo.working')}
        {state === 'unreadable' && t('ui.photo.unreadable')}
      </p>
    </div>
  )
}
