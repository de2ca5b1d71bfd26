namespace OutsideIn.Method.Internals;

/// <summary>The three questions of F7 asked of a text by its grammar. Holds the words of one text.</summary>
internal readonly ref struct TierGrammar(string text, ReadOnlySpan<Token> tokens)
{
    private readonly string _text = text;
    private readonly ReadOnlySpan<Token> _tokens = tokens;

    /// <summary>The first default term of the text, and its words as written.</summary>
    public (TierTerm? Term, string Written) Default()
    {
        for (var at = 0; at < _tokens.Length; at++)
        {
            var (term, words) = TierWords.Defaults.Longest(_text, _tokens, at);
            if (term is not null)
            {
                return (term, _text[_tokens[at].Start.._tokens[at + words - 1].End]);
            }
        }

        return (null, "");
    }

    /// <summary>Whether a customer comes first and a state of theirs follows: the customer would say "I have …".</summary>
    public bool SaysWhatTheCustomerHas()
    {
        var at = SubjectIndex();
        if (at >= _tokens.Length - 1)
        {
            return false;
        }

        if (Is(TierWord.Time, at) && Has(TierWord.Lack, at + 1) && Has(TierWord.People, at + 1) && !Has(TierWord.Ours, at + 1))
        {
            return true;
        }

        // "Victims who …": only people are who.
        if (HasWho(at) && !Has(TierWord.Ours, at))
        {
            return true;
        }

        // "Small firms able to …", "Job seekers in work": a word before the person.
        var person = IsPerson(at, isStateNext: true) ? at : IsPerson(at + 1, isStateNext: true) ? at + 1 : -1;
        return person >= 0 && IsStateAt(person + 1);
    }

    /// <summary>Whether something that was lost is said to be there again.</summary>
    public bool SaysWhatIsRestored() => Has(TierWord.Restored, 0) && !Has(TierWord.Done, 0);

    /// <summary>The word for what we did, or null where the text names none.</summary>
    public string? DoneWord() => Written(TierWord.Done);

    /// <summary>The word for a thing our work is made of, or null where the text names none, or speaks rather than names: "There for the meeting".</summary>
    public string? ItemWord()
    {
        for (var at = 0; at < _tokens.Length; at++)
        {
            if (Word(at) is "the" or "a" or "an" or "my" or "our" or "your" or "their" or "i" or "we" or "you")
            {
                return null;
            }

            // "Parcel in hand" is where somebody has it.
            if (Is(TierWord.Item, at) && at + 1 < _tokens.Length && Is(TierWord.State, at + 1))
            {
                return null;
            }
        }

        return Written(TierWord.Item);
    }

    /// <summary>Whether it is a time, and of nobody in particular: then it is ours.</summary>
    public bool IsTimeOfOurs()
    {
        if (_tokens.IsEmpty || NamesPeople())
        {
            return false;
        }

        return Word(_tokens.Length - 1) is "time" or "times" or "duration" or "count" or "counts" || Word(0) is "time" or "speed" or "number";
    }

    /// <summary>The word for our gain, or null where the text names none.</summary>
    public string? GainedWord() => Written(TierWord.Gained);

    /// <summary>Whether it is counted by our own people or time: "per agent", "per shift".</summary>
    public bool IsPerOurTime()
    {
        for (var at = 1; at < _tokens.Length; at++)
        {
            if (Is(TierWord.Per, at - 1) && (Is(TierWord.Ours, at) || Is(TierWord.Time, at) || Word(at) is "head" or "shift" or "route" or "fte" or "case"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text names somebody who may have an outcome.</summary>
    public bool NamesPeople() => Has(TierWord.People, 0);

    private int SubjectIndex()
    {
        var at = 0;
        for (; at < _tokens.Length;)
        {
            var (_, words) = TierWords.Of(TierWord.Measure).Longest(_text, _tokens, at);
            if (words == 0)
            {
                // "90% of drivers": a number and its "of" stand before the subject.
                if (!NumberWithUnit.IsNumber(_text, _tokens[at]) && Word(at) is not ("of" or "a" or "an" or "every" or "each"))
                {
                    break;
                }

                words = 1;
            }

            at += words;
        }

        return at;
    }

    private bool HasWho(int subject)
    {
        for (var at = subject + 1; at < _tokens.Length && at <= subject + 3; at++)
        {
            if (Word(at) is "who" or "whose")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a customer is or does: a sign of state, a word in -ing, or something that befell them and is no act of ours.</summary>
    private bool IsStateAt(int at)
    {
        if (at >= _tokens.Length)
        {
            return false;
        }

        return Is(TierWord.State, at) || Word(at).EndsWith("ing", StringComparison.Ordinal)
            || (Word(at).EndsWith("ed", StringComparison.Ordinal) && !Is(TierWord.Done, at) && !Is(TierWord.Gained, at));
    }

    private bool IsPerson(int at, bool isStateNext)
    {
        if (at >= _tokens.Length || Is(TierWord.Ours, at))
        {
            return false;
        }

        return Is(TierWord.People, at) || (isStateNext && HasPersonEnding(Word(at)));
    }

    private static bool HasPersonEnding(string word) =>
        (word.EndsWith("ers", StringComparison.Ordinal) && word is not ("orders" or "letters" or "numbers" or "newsletters" or "offers" or "papers" or "transfers" or "containers" or "computers"))
        || word.EndsWith("ors", StringComparison.Ordinal) || word.EndsWith("ants", StringComparison.Ordinal) || word.EndsWith("ists", StringComparison.Ordinal);

    private string Word(int at) => _tokens[at].Of(_text).ToString().ToLowerInvariant();

    private bool Is(TierWord word, int at) => TierWords.Of(word).Longest(_text, _tokens, at).Words > 0;

    private bool Has(TierWord word, int from)
    {
        for (var at = from; at < _tokens.Length; at++)
        {
            if (Is(word, at))
            {
                return true;
            }
        }

        return false;
    }

    private string? Written(TierWord word)
    {
        for (var at = 0; at < _tokens.Length; at++)
        {
            var (_, words) = TierWords.Of(word).Longest(_text, _tokens, at);
            if (words > 0)
            {
                return _text[_tokens[at].Start.._tokens[at + words - 1].End];
            }
        }

        return null;
    }
}
