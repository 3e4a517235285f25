namespace TenderWatch.Local.Output;

/// <summary>Progress that is reported at once and in order, unlike <see cref="Progress{T}"/>, which posts to a thread pool.</summary>
internal sealed class EachStep<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
