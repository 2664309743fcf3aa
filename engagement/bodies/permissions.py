"""Who may say what a body did."""


def serves(user, body):
    """Whether `user` (User) is a secretary of `body` (Body)."""
    return user.is_active and body.secretaries.filter(pk=user.pk).exists()
