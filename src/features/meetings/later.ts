/** 'HH:MM' so many minutes later, at most the day's last minute. */
export function laterBy(minutes: number, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const whole = Math.min(hour * 60 + minute + minutes, 24 * 60 - 1)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
