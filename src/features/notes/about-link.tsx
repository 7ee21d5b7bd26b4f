import type { JSX } from 'preact'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import type { About } from './find-about.ts'

/** What a note is about, with the word for what that is. */
export function AboutLink({ about }: { about: About }): JSX.Element {
  const { name, kindWord, path } = about
  return (
    <Rows>
      <Row to={href(path)} detail={name === kindWord ? '' : kindWord}>
        {name}
      </Row>
    </Rows>
  )
}
