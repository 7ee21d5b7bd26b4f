import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { ourTowns } from './linked.ts'
import { MapPart } from './map-part.tsx'
import { groupKeys, inGroups, nameOf, nextWords, sinceWords, whatItIs } from './words.ts'

/** All partner towns on paper, by how the partnerships stand. */
export function TownsOnPaper(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => ourTowns(notebook), [notebook])
  if (!towns) return null
  const groups = inGroups(towns.linked, language)
  return (
    <Paper title={t('towns.title')} parent="/towns">
      {groups.length === 0 && <p>{t('towns.none')}</p>}
      <MapPart label={t('towns.mapOf')} own={towns.own} numbered={groups.flatMap((group) => group.towns)} />
      {groups.map((group) => (
        <section class="section" key={group.name}>
          <h2>{t(groupKeys[group.name])}</h2>
          <PaperTable
            rows={group.towns.map(({ one, number }) => ({ ...one, number }))}
            columns={[
              {
                title: t('towns.town'),
                cell: (one) => `${one.number}. ${nameOf(one, language) || t('towns.unnamed')}`,
              },
              { title: t('towns.whatItIs'), cell: (one) => whatItIs(one, t, language).join(', ') },
              { title: t('towns.sinceWhen'), share: 0.8, cell: (one) => sinceWords(one, language) },
              { title: t('towns.whatIsNext'), share: 1.4, cell: (one) => nextWords(one, t, language) },
            ]}
          />
        </section>
      ))}
    </Paper>
  )
}
