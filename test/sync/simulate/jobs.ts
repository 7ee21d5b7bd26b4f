import { AsyncLocalStorage } from 'node:async_hooks'

/** What is under way somewhere: it runs alone until it comes to a gate or ends. */
export type Job = {
  readonly who: number
  readonly name: string
  resume: (() => void) | undefined
}

/**
 * Runs jobs one at a time, so that a schedule decides about everything that could happen at once: whoever comes to a gate
 * stands there until it is let go.
 */
export class Jobs {
  readonly parked: Job[] = []
  #now: { job: Job; pause: () => void } | undefined
  /** Whose work it is that is running: of several questions that a job asks at once some go on while another job has its turn. */
  readonly #whose = new AsyncLocalStorage<Job>()

  /** Runs the work until its first gate, or its end. */
  begin(who: number, name: string, work: () => Promise<void>): Promise<void> {
    const job: Job = { who, name, resume: undefined }
    return this.#run(job, () => void this.#whose.run(job, work).then(() => this.#end(job)))
  }

  /** Lets a parked job go on, until its next gate or its end. */
  goOn(job: Job): Promise<void> {
    this.parked.splice(this.parked.indexOf(job), 1)
    return this.#run(job, () => job.resume?.())
  }

  /** A place where the schedule may let others go first. */
  gate(): Promise<void> {
    const now = this.#now
    if (!now || now.job !== this.#whose.getStore()) return Promise.resolve()
    return new Promise((resume) => {
      now.job.resume = resume
      this.parked.push(now.job)
      this.#pause(now.job)
    })
  }

  /** Lets all of them come to their ends, one step of each at a time. */
  async endAll(): Promise<void> {
    for (let job = this.parked[0]; job; job = this.parked[0]) await this.goOn(job)
  }

  isBusy(who: number): boolean {
    return this.parked.some((job) => job.who === who)
  }

  #run(job: Job, act: () => void): Promise<void> {
    return new Promise((pause) => {
      this.#now = { job, pause }
      act()
    })
  }

  /** What it had asked ahead, and nobody waits for any more, never comes. */
  #end(job: Job): void {
    const at = this.parked.indexOf(job)
    if (at >= 0) this.parked.splice(at, 1)
    this.#pause(job)
  }

  #pause(job: Job): void {
    if (this.#now?.job !== job) return
    const { pause } = this.#now
    this.#now = undefined
    pause()
  }
}
