import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { keepSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { dropWish } from '../../db/wish.ts'
import { codeOf, share } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { LegalLinks } from '../../ui/legal.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'
import { useOnline } from '../../ui/use-online.ts'
import { Problem, type Code } from './problem.tsx'

export type Typed = { readonly notebook: string; readonly name: string }
export type Asked = { readonly needsCode: boolean; readonly operator: string }

type ShareNowProps = {
  typed: Typed
  /** Undefined while the exchange hasn't answered. */
  asked: Asked | undefined
  onAsk: () => void
  onDone: () => void
}

/** The last of the three steps: who carries it, what it changes, and the button. */
export function ShareNow({ typed, asked, onAsk, onDone }: ShareNowProps): JSX.Element {
  const { t } = useText()
  const { notebook, device } = useOpen()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const online = useOnline()
  useEffect(() => {
    if (online && !asked) onAsk()
  }, [online])
  const needsCode = asked?.needsCode === true || problem === 'founding-code'
  const press = async (): Promise<void> => {
    setProblem(needsCode && !code.trim() ? 'founding-code' : undefined)
    if (isBusy || (needsCode && !code.trim())) return
    setBusy(true)
    const name = typed.name.trim()
    const kind = thisDevice(window.screen, navigator.maxTouchPoints)
    await keepSettings(device, { myName: name })
    await share({ notebook: typed.notebook.trim(), name, device: kind, code: code.trim() })
      .then(() => dropWish(notebook, 'share'))
      .then(onDone, (reason: unknown) => setProblem(codeOf(reason)))
    setBusy(false)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <p>{t('members.share.what', { notebook: typed.notebook.trim() })}</p>
      <p>{t('members.share.sealed')}</p>
      {asked?.operator && <p>{t('members.share.operator', { name: asked.operator })}</p>}
      <LegalLinks />
      {needsCode && (
        <TextField
          label={t('members.share.code')}
          hint={t('members.share.codeHint')}
          value={code}
          message={problem === 'founding-code' ? t('members.problem.foundingCode') : undefined}
          onInput={setCode}
        />
      )}
      {problem && problem !== 'founding-code' && <Problem code={problem}>{t('members.kept')}</Problem>}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.share.busy')}
        </State>
      )}
      <Button primary submit icon="users" onPress={press}>
        {t('members.share.now')}
      </Button>
    </form>
  )
}

/** It is shared: the next thing is somebody to share it with. */
export function Shared(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page">
      <div class="columns aside">
        <Picture name="people" look="crossing squarer" />
        <div class="stack">
          <div role="status">
            <Status look="shared" icon="check">
              <strong class="line">{t('members.share.doneTitle')}</strong>
              {t('members.share.doneWhat')}
            </Status>
          </div>
          <Status look="neutral" icon="info" to={href('/members/sheet')}>
            {t('members.sheet.tip')}
          </Status>
          <Buttons column>
            <LinkButton to={href('/members')}>{t('members.title')}</LinkButton>
            <LinkButton primary icon="plus" to={href('/members/invite')}>
              {t('members.invite.title')}
            </LinkButton>
          </Buttons>
        </div>
      </div>
    </div>
  )
}
