import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { codeOf, remove } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { keepDone } from './done.ts'
import { Nothing } from './nothing.tsx'
import { Problem, type Code } from './problem.tsx'
import { useDevice, type Chosen } from './use-device.ts'
import { deviceKeys, deviceWords, whoseDevice } from './words.ts'

/** Asked about first, in short sentences; what is safe comes before what is not. */
function Sure({ member: { name, devices, isMe }, device }: Chosen): JSX.Element {
  const text = useText()
  const { t } = text
  const { now } = useNotebook()
  const [which, setWhich] = useState<'one' | 'all'>('one')
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const who = name || t('members.noName')
  const gone = which === 'all' ? devices : [device]
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await remove(gone.map(({ id }) => id)).then(
      () => {
        keepDone(t('members.out.done', { who: which === 'all' ? who : whoseDevice(name, device, text) }))
        // Past the page of the device, which is no more.
        back('/members', 2)
      },
      (reason: unknown) => setProblem(codeOf(reason)),
    )
    setBusy(false)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h2>{who}</h2>
        <p>{deviceWords(device, now(), text)}</p>
      </div>
      {devices.length > 1 && !isMe && (
        <Choices
          legend={t('members.out.which')}
          value={which}
          onChoose={setWhich}
          choices={[
            { value: 'one', label: t('members.out.only', { device: t(deviceKeys[device.kind]) }) },
            { value: 'all', label: t('members.out.all', { name: who }) },
          ]}
        />
      )}
      <div class="card stack tight">
        <p>{t('members.out.nothingNew')}</p>
        <p>{t('members.out.empties')}</p>
        <p>{t('members.out.stays')}</p>
        {gone.some(({ role }) => role === 'coordinator') && <p>{t('members.out.slips')}</p>}
      </div>
      <p>{t('members.out.needs')}</p>
      {problem && <Problem code={problem} />}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.out.busy')}
        </State>
      )}
      <Buttons column>
        <LinkButton to={href('/members')}>{t('members.out.stay')}</LinkButton>
        <Button danger icon="trash-2" onPress={press}>
          {t('members.out.title')}
        </Button>
      </Buttons>
    </form>
  )
}

/** Taking a device out of the notebook, or all of a person's: for a lost tablet, or somebody who left. */
export function TakeOut({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const chosen = useDevice(params['device'])
  if (chosen === undefined) return null
  return (
    <Page title={t('members.out.title')} parent={`/members/device/${params['device'] ?? ''}`}>
      {chosen ? <Sure {...chosen} /> : <Nothing />}
    </Page>
  )
}
