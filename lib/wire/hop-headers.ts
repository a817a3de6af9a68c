/** Of the connection between two neighbours, or made anew by whoever sends. */
const ofConnection =
  /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding)$/i

/** Added by whoever stood between, or by another Jaribu. */
const ofTheWay = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-jaribu-.*)$/i

export const isOfConnection = (name: string): boolean => ofConnection.test(name)

/** Of the connection that a message came over, or of who stood between: none of it is the message's own. */
export const isOfTheWay = (name: string): boolean => isOfConnection(name) || ofTheWay.test(name)
