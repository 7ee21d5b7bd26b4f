import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { ourTowns } from './linked.ts'
import { groupKeys, inGroups, nameOf, nextWords, sinceWords, whatItIs } from './words.ts'

/** All partner towns on paper, by how the partnerships stand. */
export function TownsOnPaper(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => ourTowns(notebook), [notebook])
  if (!towns) return null
  return (
    <Paper title={t('towns.title')} parent="/towns">
      {towns.linked.length === 0 && <p>{t('towns.none')}</p>}
      {inGroups(towns.linked, language).map((group) => (
        <section class="section" key={group.name}>
          <h2>{t(groupKeys[group.name])}</h2>
          <PaperTable
            rows={group.towns}
            columns={[
              { title: t('towns.town'), cell: (one) => nameOf(one, language) || t('towns.unnamed') },
              { title: t('towns.whatItIs'), cell: (one) => whatItIs(one, t, language) },
              { title: t('towns.sinceWhen'), cell: (one) => sinceWords(one, language) },
              { title: t('towns.whatIsNext'), cell: (one) => nextWords(one, language) },
            ]}
          />
        </section>
      ))}
    </Paper>
  )
}
