/** Of copies from another Jaribu: they are taken once by it, and it proves nothing of who sent them. */
const relayPrefix = 'relay '

export const relayed = (name: string): string => `${relayPrefix}${name}`

/** Whether the local sandbox itself delivered a message with this id. */
export const isOwnDelivery = (deliveryId: string | null): boolean =>
  deliveryId !== null && !deliveryId.startsWith(relayPrefix)
