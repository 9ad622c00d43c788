/** The `handle` of a route that frames itself, whoever is signed in. */
export const ownFrame = "own-frame";
