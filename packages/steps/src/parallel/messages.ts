export const messages = {
  branches: 'Branches',
  about:
    'Each branch runs by itself: an approval in one does not hold up the others. Lead the branches to one Join where they should wait for each other. Several arrows may leave one branch.',
}
