import { useEffect, useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { today } from '../../ui/dates.ts'

/** Today's date as 'YYYY-MM-DD', also on a tablet on which the app stays open overnight. */
export function useToday(): string {
  const { now } = useNotebook()
  const read = (): string => today(new Date(now()))
  const [day, setDay] = useState(read)
  useEffect(() => {
    const look = (): void => setDay(read())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return day
}
