"""What an encrypted room needs beyond nio: repairs, an identity, keys shared and waited for."""
