import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { erasureOf, type Erasure } from '../../db/erasure.ts'
import { mayErase } from '../../db/erasing.ts'
import { isExchanged } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { wishedErasures } from '../../db/wished.ts'
import { textOf } from '../../records/fields.ts'
import { readCircle } from '../../sync/status.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { usePathOf, type Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { After } from './after.tsx'
import { useErasing } from './use-erasing.ts'
import { Along, Named, StandsPublic, Told } from './what.tsx'

/** Whoever may not is told who does it. */
function Others(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const circle = useLive(async () => (await readCircle(notebook)) ?? null, [notebook])
  if (circle === undefined) return null
  const isOne = ({ role }: { role: string }): boolean => role === 'coordinator'
  const names = (circle?.members ?? []).filter(({ devices }) => devices.some(isOne)).map(({ name }) => name)
  return (
    <Status look="neutral" icon="info">
      {t('erase.others', { names: names.filter(Boolean).join(', ') || t('erase.coordination') })}
    </Status>
  )
}

type SureProps = {
  erasure: Erasure
  isShared: boolean
  parent: string
  onErase: (also: Iterable<string>) => Promise<void>
}

/** Everything that goes, and what is safe before what is not. */
function Sure({ erasure, isShared, parent, onErase }: SureProps): JSX.Element {
  const { t } = useText()
  const [also, setAlso] = useState<ReadonlySet<string>>(new Set())
  const tick = (id: string, on: boolean): void =>
    setAlso(new Set(on ? [...also, id] : [...also].filter((one) => one !== id)))
  return (
    <>
      <div class="stack tight">
        <p>{t(isShared ? 'erase.everywhere' : 'erase.here')}</p>
        <p>{t('erase.never')}</p>
        <Along {...erasure} />
      </div>
      <StandsPublic {...erasure} />
      <Named {...erasure} />
      <Told erasure={erasure} also={also} onTick={tick} />
      <p>{t('erase.backups')}</p>
      <Buttons column>
        <Button onPress={() => back(parent)}>{t('erase.keep')}</Button>
        <Button danger icon="trash-2" onPress={() => onErase(also)}>
          {t('erase.title')}
        </Button>
      </Buttons>
    </>
  )
}

type ScreenProps = { id: string; parent: string; known: { erasure: Erasure | undefined; isShared: boolean } }

function Inside({ id, parent, known: { erasure, isShared } }: ScreenProps): JSX.Element | null {
  const { t } = useText()
  const { tables } = useNotebook()
  const may = useLive(() => mayErase(tables), [tables])
  const wished = useLive(() => wishedErasures(tables), [tables])
  const [erasing, erase] = useErasing()
  if (may === undefined || !wished) return null
  const isWished = wished.includes(id)
  if (erasing || isWished) {
    const name = erasing?.name ?? erasure?.name ?? ''
    return <After name={name} isBusy={erasing?.isBusy ?? false} isWished={isWished} />
  }
  if (!erasure) return <p>{t('erase.unknown')}</p>
  return (
    <>
      {erasure.name && <h2>{erasure.name}</h2>}
      {may ? (
        <Sure
          erasure={erasure}
          isShared={isShared}
          parent={parent}
          onErase={(also) => erase(erasure, also)}
        />
      ) : (
        <Others />
      )}
    </>
  )
}

/** Erasing for good is one of the few things that are asked about first: this page asks. */
export function ErasePage({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const pathOf = usePathOf()
  const id = params['id'] ?? ''
  const known = useLive(
    async () => ({ erasure: await erasureOf(notebook, id), isShared: await isExchanged(notebook) }),
    [notebook, id],
  )
  if (!known) return null
  const { row } = known.erasure ?? {}
  const isHere = row && row.list !== 'bin'
  const parent = isHere ? pathOf(row.kind, textOf(row.fields, 'person') || id) : '/deleted'
  return (
    <Page title={t('erase.title')} parent={parent}>
      <div class="page stack">
        <Inside key={id} id={id} parent={parent} known={known} />
      </div>
    </Page>
  )
}
