import { describe, expect, it } from 'vitest'
import { readConfig, withAddress } from '../../src/server/config.ts'

describe('the settings', () => {
  it('work without being set', () => {
    expect(withAddress(readConfig({}), 8080)).toEqual({
      port: 8080,
      host: 'localhost',
      dataFile: 'data/ponte.sqlite',
      publicUrl: 'http://localhost:8080',
      appOrigin: 'http://localhost:8080',
      foundingCode: '',
      operator: '',
      operatorFolder: '',
      spaceBytes: 2_147_483_648,
      behindProxy: false,
    })
  })

  it('are taken as they are set', () => {
    const set = {
      PORT: '0',
      HOST: '::1',
      DATA_FILE: '/var/lib/ponte.sqlite',
      PUBLIC_URL: 'https://Ponte.example.org/',
      APP_ORIGIN: 'https://app.example.org:8443',
      FOUNDING_CODE: ' Brandenburg ',
      OPERATOR: ' Partnerschaftsverein ',
      OPERATOR_DIR: '/etc/ponte',
      SPACE_BYTES: '1000',
      BEHIND_PROXY: '1',
    }
    expect(withAddress(readConfig(set), 4711)).toEqual({
      port: 4711,
      host: '::1',
      dataFile: '/var/lib/ponte.sqlite',
      publicUrl: 'https://ponte.example.org',
      appOrigin: 'https://app.example.org:8443',
      foundingCode: 'Brandenburg',
      operator: 'Partnerschaftsverein',
      operatorFolder: '/etc/ponte',
      spaceBytes: 1000,
      behindProxy: true,
    })
  })

  it('name the port that was free, and an address of IPv6 as browsers do', () => {
    expect(withAddress(readConfig({ PORT: '0', HOST: '::1' }), 4711).publicUrl).toBe('http://[::1]:4711')
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number up to 65535'],
    [{ PORT: '65536' }, 'PORT must be a whole number up to 65535'],
    [{ PORT: '-1' }, 'PORT must be'],
    [{ SPACE_BYTES: '2 GB' }, 'SPACE_BYTES must be a whole number'],
    [{ PUBLIC_URL: 'ponte.example.org' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'https://example.org/ponte' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'https://a:b@example.org' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'ftp://example.org' }, 'PUBLIC_URL must be an address'],
    [{ APP_ORIGIN: '*' }, 'APP_ORIGIN must be an address'],
    [{ FOUNDING_CODE: 'short' }, 'FOUNDING_CODE must have at least 8 characters'],
    [{ FOUNDING_CODE: 'x'.repeat(201) }, 'FOUNDING_CODE may have 200 characters'],
    [{ OPERATOR: 'x'.repeat(201) }, 'OPERATOR may have 200 characters'],
  ])('are refused with a sentence when they are wrong: %j', (set, sentence) => {
    expect(() => readConfig(set)).toThrow(sentence)
  })
})
