/** The value as IndexedDB gives it back: written in one transaction, read in another. */
export async function kept<T>(value: T): Promise<T> {
  const opening = indexedDB.open('kept', 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'))
  const database = await settled(opening)
  await settled(database.transaction('rows', 'readwrite').objectStore('rows').put(value, 'row'))
  const reading = database.transaction('rows').objectStore('rows').get('row') as IDBRequest<T>
  const back = await settled(reading)
  database.close()
  return back
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
  })
}
