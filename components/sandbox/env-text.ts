/** `consumerKey` as a variable of a program's surroundings: `CONSUMER_KEY`. */
const variableOf = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()

/** Settings as an .env file has them; a value with spaces or marks is quoted. */
export const envText = (system: string, settings: readonly { name: string; value: string }[]): string =>
  settings
    .map(({ name, value }) => {
      const text = /^[\w@:/.+=-]*$/.test(value) ? value : JSON.stringify(value)
      return `${variableOf(system)}_${variableOf(name)}=${text}\n`
    })
    .join('')
