import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { dropWish, keepWish, readWish } from '../../db/wish.ts'
import { readRole } from '../../sync/status.ts'
import { codeOf, invite, type Guest } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { replace } from '../../ui/route.ts'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useOnline } from '../../ui/use-online.ts'
import { GuestFields, type As, type Chosen } from './guest-fields.tsx'
import { Problem, type Code } from './problem.tsx'

type Kept = { readonly [field in keyof Chosen]: string }
type Begin = { readonly chosen: Chosen; readonly isKept: boolean; readonly ways: readonly As[] }

/** What is chosen at first: whatever was chosen without internet, else an invitation that may be shown at once. */
function useBegin(): Begin | undefined {
  const { language } = useText()
  const { notebook, device, onProblem } = useOpen()
  const [begin, setBegin] = useState<Begin>()
  useEffect(() => {
    const read = async (): Promise<Begin> => {
      const [kept, role] = [await readWish<Kept>(notebook, 'invite'), await readRole(notebook)]
      const { myName, helperName, helperPhone } = await readSettings(device)
      const ways: readonly As[] = role === 'coordinator' ? ['member', 'reader', 'own'] : ['own']
      const first = {
        guest: '',
        as: ways[0] ?? 'own',
        language,
        helper: helperName || myName,
        phone: helperPhone,
      }
      return { chosen: (kept as Chosen | null) ?? first, isKept: kept !== null, ways }
    }
    read().then(setBegin, (error: unknown) => onProblem(problemOf(error)))
  }, [])
  return begin
}

/** An own device may write where I may. */
function guestOf(chosen: Chosen, isReader: boolean): Guest {
  const { guest, as, language, helper, phone } = chosen
  const role = as === 'reader' || (as === 'own' && isReader) ? 'reader' : 'member'
  return {
    guest: guest.trim(),
    role,
    own: as === 'own',
    language,
    helper: helper.trim(),
    phone: phone.trim(),
  }
}

function Form({ begin }: { begin: Begin }): JSX.Element {
  const { t } = useText()
  const { notebook } = useOpen()
  const [chosen, setChosen] = useState(begin.chosen)
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const online = useOnline()
  const isWaiting = begin.isKept && online && !problem
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await keepWish(notebook, 'invite', chosen)
    const isReader = (await readRole(notebook)) === 'reader'
    await invite(guestOf(chosen, isReader)).then(
      async ({ slip }) => {
        await dropWish(notebook, 'invite')
        replace(`/members/invite/${slip}`)
      },
      (reason: unknown) => setProblem(codeOf(reason)),
    )
    setBusy(false)
  }
  const isBack = problem === 'offline' && online
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      {isWaiting && (
        <Status look="waiting" icon="clock">
          <strong class="line">{t('members.wish.title')}</strong>
          {t('members.wish.show')}
        </Status>
      )}
      <GuestFields
        chosen={chosen}
        ways={begin.ways}
        onChoose={(part) => setChosen((before) => ({ ...before, ...part }))}
      />
      {problem && <Problem code={problem}>{t(isBack ? 'members.wish.show' : 'members.kept')}</Problem>}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.invite.busy')}
        </State>
      )}
      <Button primary submit iconBehind="arrow-right" onPress={press}>
        {t('members.invite.show')}
      </Button>
    </form>
  )
}

/** Who is invited, and as what. Nothing has to be filled in: one tap leads to the invitation. */
export function Invite(): JSX.Element | null {
  const { t } = useText()
  const begin = useBegin()
  if (!begin) return null
  const isOwn = begin.ways.length === 1
  return (
    <Page title={t(isOwn ? 'members.invite.ownTitle' : 'members.invite.title')} parent="/members">
      <Form begin={begin} />
    </Page>
  )
}
