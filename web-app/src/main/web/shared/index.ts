// What the rooms share; each is imported by its own file, so that a bundle holds only what it uses.
export {};
